import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import RoleBoxes from './RoleBoxes.svelte';

test('a role that an account keeps is ticked, cannot be taken away, and says so', () => {
  const props = { roles: ['owner', 'reader'], has: ['owner'], kept: ['owner'] };
  const { body } = render(RoleBoxes, { props: { ...props, legend: 'Roles of Owner', name: 'o' } });
  const [owner, reader] = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  expect(owner).toMatch(/checked.* disabled/);
  expect(reader).not.toMatch(/disabled/);
  expect(body).toContain('owner, always');
});
