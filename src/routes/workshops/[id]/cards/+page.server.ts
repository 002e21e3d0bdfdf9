import { showModel } from '$lib/server/models.ts';
import { writeAddress } from '$lib/state/scenario-address.ts';
import { optionCards } from '$lib/words/card-words.ts';
import { designChanges } from '$lib/workshop/designs.ts';
import { designsOf } from '$lib/workshop/views.ts';
import { joinAddress } from '../../join-address.server.ts';
import { openRoom } from '../open-room.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { room, code } = await openRoom(params.id);
  const join = joinAddress(code, url);
  const cards = optionCards(room.plan).map((card) => ({
    ...{ ...card, link: `${join.link}?question=${card.question}` },
  }));
  return { id: params.id, title: room.plan.title, cards, designs: await designs(), join };

  /** Designs as far as they are shown, each with what leads back to it as a scenario. */
  async function designs() {
    const shown = designsOf(room);
    const { portfolio } = room.plan;
    const hash = (await showModel(portfolio))?.hash;
    if (!shown || hash === undefined) return [];
    const base = new URL(join.join).origin;
    return Promise.all(
      shown.designs.map(async ({ letter, settings }) => {
        const title = `Design ${letter} of a panel`;
        const changes = designChanges(shown, settings);
        const written = await writeAddress({
          ...{ model: hash, engine: '', scenarios: [{ title, changes }] },
        });
        const link = written ? `${base}/portfolio/${portfolio}/explore?s=${written}` : null;
        return { letter, settings, levers: shown.levers, link };
      }),
    );
  }
};
