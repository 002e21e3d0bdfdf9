import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], {
  stdio: 'inherit',
});
