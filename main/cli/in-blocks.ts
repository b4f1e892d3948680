/** The lines of blocks that follow each other, with an empty line between two of them. */
export function inBlocks(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}
