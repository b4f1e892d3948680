import type { ExportedFile } from '#core/exporters/contract.ts';
import type { Proposal, ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { importFiles } from '#core/importers/import-files.ts';

/** What the importers make of the files of an export. */
export interface ReadBack {
  readonly formats: readonly string[];
  readonly items: readonly ProposedItem[];
  readonly nodes: readonly ProposedNode[];
  /** Errors and notes about formats that could not be told apart. */
  readonly errors: readonly string[];
  readonly nameOf: (key: string | null | undefined) => string | null;
  readonly proposals: readonly Proposal[];
}

/** Imports the files of an export again, as one folder, with nothing said of their format. */
export function readBack(files: readonly ExportedFile[]): ReadBack {
  const bytes = files.map(({ path, content }) => ({
    name: path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const { proposals, problems } = importFiles(bytes);
  const items = proposals.flatMap((proposal) => proposal.items);
  const nodes = items.filter((item) => item.is === 'node');
  const names = new Map(nodes.map((node) => [node.key, node.name]));
  return {
    formats: [...new Set(proposals.map((proposal) => proposal.source.format))],
    items,
    nodes,
    errors: problems
      .filter((each) => each.severity === 'error' && each.code !== 'no-table')
      .map((each) => `${each.file}: ${each.message}`),
    nameOf: (key) => names.get(key ?? '') ?? null,
    proposals,
  };
}
