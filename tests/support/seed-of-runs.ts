// Random series of the short run are drawn from one seed, so that a commit is green or red for everybody alike. The long run
// draws anew each time; `REHOME_SEED=<number>` repeats one that failed (fast-check prints the seed).
import * as fc from 'fast-check';

const given = process.env['REHOME_SEED'];
const isLong = process.env['REHOME_COUNTS'] === 'long';
if (given !== undefined) fc.configureGlobal({ seed: Number(given) });
else if (!isLong) fc.configureGlobal({ seed: 20_261_128 });
