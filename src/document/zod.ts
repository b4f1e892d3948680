import { config, z } from 'zod';

// Without this zod compiles schemas with `new Function`, which the window's Content-Security-Policy reports and refuses.
config({ jitless: true });

/** Zod, set up so that it never compiles code at run time. Everything in `src` takes it from here. */
export { z };
