import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { refuse } from './draft.ts';
import { readJsonTree } from './read-tree.ts';

const format = 'json';

function detect(file: SourceText): Detection {
  const isNamed = /\.json$|\.ndjson$|\.tfstate$/iu.test(file.name);
  const looksSo = /^\s*(?:\{\s*(?:"|\}|'|\/\/|\w)|\[\s*(?:\{|"|\d|\]))/u.test(file.text.slice(0, 2000));
  if (!looksSo) return { score: 0, because: 'no JSON' };
  if (isNamed) return { score: 45, because: 'the name and the first sign of JSON' };
  return readJsonTree(file).ok
    ? { score: 45, because: 'JSON of an unknown shape' }
    : { score: 0, because: 'no JSON' };
}

function parse(file: SourceText): Proposal {
  const read = readJsonTree(file);
  if (!read.ok) return refuse(file, format, 'not-json', read.error.message, read.error.line);
  const message =
    'It is JSON, but of no known shape. Known are Terraform states, ansible-inventory --list, doctl, aws, hcloud, linode-cli, gcloud, az, scw, facts of Salt, Puppet, Chef and Ansible, and lists of Prometheus targets.';
  return refuse(file, format, 'unknown-json', message);
}

/** Says of JSON that no other importer knows what is wrong with it, with the line; it never reads anything. */
export const jsonFallbackImporter: Importer = { format, title: 'Other JSON', detect, parse };
