import type { YamlMap } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addMachine } from '../json/add-machine.ts';
import { addNote, addProvider, makeDraft, toDraftProposal } from '../json/draft.ts';
import { findSecretKind } from '../json/find-secrets.ts';
import { entriesOf, textAt } from '../json/pick.ts';
import { quoteOf } from '../json/quote.ts';
import { findResourceSpec } from '../terraform-state/resource-specs.ts';
import { readHcl, type HclResource } from './read-hcl.ts';

const format = 'terraform-hints';

function detect(file: SourceText): Detection {
  const blocks =
    file.text.match(/^(?:resource|data|module|provider|variable|output)\s+"[\w-]+"(?:\s+"[\w-]+")?\s*\{/gmu)
      ?.length ?? 0;
  if (blocks === 0) return { score: 0, because: 'no blocks of Terraform' };
  return { score: /\.tf$/iu.test(file.name) ? 97 : 85, because: `${blocks} block(s) of Terraform` };
}

/** A body whose name refers to something else goes by the name of the block. */
function withCount(resource: HclResource): { readonly body: HclResource['body']; readonly count: number } {
  const count = Number(textAt(resource.body, 'count') ?? 1);
  if (resource.body.is !== 'map') return { body: resource.body, count: 1 };
  const body: YamlMap = {
    ...resource.body,
    entries: new Map([...resource.body.entries].filter(([key]) => key !== 'id')),
  };
  return { body, count: Number.isInteger(count) && count > 1 && count <= 1000 ? count : 1 };
}

function parse(file: SourceText): Proposal {
  const draft = makeDraft(file);
  let others = 0;
  for (const resource of readHcl(file.lines)) {
    for (const { key } of entriesOf(resource.body)) {
      const kind = findSecretKind(key.value);
      if (kind !== undefined) draft.secrets.push({ line: key.line, kind });
    }
    const spec = findResourceSpec(resource.type);
    if (spec === undefined) {
      others += 1;
      continue;
    }
    const evidence = [quoteOf(file, resource.called, 'name')];
    const provider =
      spec.provider === null
        ? null
        : addProvider(draft, spec.provider, `resources of ${spec.provider}`, evidence);
    const { body, count } = withCount(resource);
    const added = addMachine(draft, spec, body, {
      provider,
      reason: 'a resource of the Terraform code; the state says what is really there',
      confidence: 'uncertain',
      fallback: resource.called,
      notes: `Terraform: ${resource.type}.${resource.called.value}`,
    });
    if (typeof added !== 'string' && count > 1) draft.collector.edit(added.key, { count });
  }
  if (others > 0) addNote(draft, 'no-machines', `${others} resource(s) are neither machines nor services.`);
  addNote(
    draft,
    'hints-only',
    'Terraform code says what should be there. Import the state ("terraform show -json") for what is.',
  );
  return toDraftProposal(draft, format);
}

/** Terraform code as hints: literal values of known resources, all of them to be looked at. */
export const terraformHintsImporter: Importer = { format, title: 'Terraform code (hints)', detect, parse };
