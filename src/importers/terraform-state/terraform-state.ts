import type { YamlNode } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addNote, inspectTree, makeDraft, refuse, toDraftProposal } from '../json/draft.ts';
import { childOf, hasKeys, nodeAt, textAt } from '../json/pick.ts';
import { readJsonTree } from '../json/read-tree.ts';
import { addResources } from './add-resources.ts';
import { readShownState, readVersion3, readVersion4 } from './read-state.ts';

const format = 'terraform-state';

function rootOf(file: SourceText): YamlNode | undefined {
  const read = readJsonTree(file);
  return read.ok ? read.value.documents[0] : undefined;
}

function isShown(root: YamlNode): boolean {
  return hasKeys(root, 'format_version') && nodeAt(root, 'values.root_module') !== undefined;
}

function isState(root: YamlNode): boolean {
  return (
    hasKeys(root, 'version') && (hasKeys(root, 'lineage') || hasKeys(root, 'terraform_version', 'serial'))
  );
}

function detect(file: SourceText): Detection {
  const root = rootOf(file);
  if (root?.is === 'map') {
    if (isShown(root)) return { score: 99, because: 'what "terraform show -json" prints' };
    if (isState(root)) return { score: 99, because: 'a state with version and lineage' };
    if (hasKeys(root, 'encrypted_data')) return { score: 97, because: 'an encrypted state' };
  }
  const isNamed = /\.tfstate(?:\.backup)?$/iu.test(file.name);
  return isNamed ? { score: 60, because: 'the name of a state file' } : { score: 0, because: 'no state' };
}

/** A newer copy of the same state among the files, by its serial number. */
function findNewer(root: YamlNode, others: readonly SourceText[]): string | undefined {
  const lineage = textAt(root, 'lineage');
  const serial = Number(textAt(root, 'serial') ?? 0);
  if (lineage === undefined) return undefined;
  const newer = others.find((other) => {
    if (!/\blineage\b/u.test(other.text)) return false;
    const their = rootOf(other);
    return textAt(their, 'lineage') === lineage && Number(textAt(their, 'serial') ?? 0) > serial;
  });
  return newer?.name;
}

function findRefusal(root: YamlNode): readonly [code: string, message: string] | undefined {
  if (isShown(root)) return undefined;
  if (hasKeys(root, 'encrypted_data')) {
    const message =
      'The state is encrypted (OpenTofu). Print it with "tofu show -json" where the key is, and import that.';
    return ['encrypted-state', message];
  }
  const version = textAt(root, 'version');
  if (version === '4' || version === '3') return undefined;
  const message = `It is a Terraform state of version ${version ?? '?'}; versions 3 and 4 are read. Pull it with a newer Terraform ("terraform state pull"), or import "terraform show -json".`;
  return ['terraform-version', message];
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  const read = readJsonTree(file);
  if (!read.ok) return refuse(file, format, 'not-json', read.error.message, read.error.line);
  const [root] = read.value.documents;
  if (root?.is !== 'map') return refuse(file, format, 'no-state', 'It is JSON, but no Terraform state.');
  const refusal = findRefusal(root);
  if (refusal !== undefined) return refuse(file, format, refusal[0], refusal[1]);
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  const newer = findNewer(root, others);
  if (newer !== undefined) {
    addNote(draft, 'older-state', `"${newer}" is a newer copy of the same state; this one was left out.`);
    return toDraftProposal(draft, format);
  }
  const isOld = !isShown(root) && textAt(root, 'version') === '3';
  addResources(draft, isShown(root) ? readShownState(root) : isOld ? readVersion3(root) : readVersion4(root));
  if (childOf(root, 'resource_drift') !== undefined)
    addNote(draft, 'plan', 'Planned changes in it were not read, only the state.');
  return toDraftProposal(draft, format);
}

/** Terraform and OpenTofu: state files of version 3 and 4, and `terraform show -json`. */
export const terraformStateImporter: Importer = {
  format,
  title: 'Terraform or OpenTofu state',
  detect,
  parse,
};
