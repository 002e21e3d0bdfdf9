import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** The hash a browser names in its console when the framework changes that attribute. */
const announcer = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // `npm start` and `npm test` build into a folder named for the sources (src/build/build-app.js);
    // a bare `vite build` must not touch those.
    adapter: adapter({ out: process.env.BIDE_APP_OUT ?? 'build/direct', precompress: true }),
    version: { name: process.env.BIDE_APP_VERSION ?? 'unnamed' },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute there is: the framework hides its announcements of new pages.
        'style-src-attr': ['unsafe-hashes', announcer],
        'worker-src': ['self'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'form-action': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'frame-ancestors': ['none'],
      },
    },
  },
};
