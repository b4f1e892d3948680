import { fail, type Result } from '#core/base/result.ts';
import { parseYaml, type YamlDocuments, type YamlProblem } from '../ansible-yaml/yaml-tree.ts';
import type { SourceText } from '../contract.ts';
import { parseJson } from './parse-json.ts';

type Tree = Result<YamlDocuments, YamlProblem>;

/** Trees of the files that are being imported: detection and every importer look at the same one. */
const trees = new WeakMap<SourceText, { json?: Tree; yaml?: Tree }>();

function slotOf(file: SourceText): { json?: Tree; yaml?: Tree } {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const slot = {};
  trees.set(file, slot);
  return slot;
}

/** The tree of a JSON file; read once a file. A text that starts with neither `{` nor `[` is no JSON. */
export function readJsonTree(file: SourceText): Tree {
  const slot = slotOf(file);
  if (slot.json === undefined) {
    const isJson = /^\s*[[{]/u.test(file.text);
    slot.json = isJson
      ? parseJson(file.lines.join('\n'))
      : fail({ message: 'It is no JSON: it starts with neither "{" nor "[".', line: 1 });
  }
  return slot.json;
}

/** The tree of a YAML file; read once a file. */
export function readYamlTree(file: SourceText): Tree {
  const slot = slotOf(file);
  slot.yaml ??= parseYaml(file.lines.join('\n'));
  return slot.yaml;
}

/** JSON where it looks like it, else YAML. */
export function readTree(file: SourceText): Tree {
  return /^\s*[[{]/u.test(file.text) ? readJsonTree(file) : readYamlTree(file);
}
