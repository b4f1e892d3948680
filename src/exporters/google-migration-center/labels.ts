import { splitTag, toLabelText } from '#core/exporters/vendor/cells.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';

/** One label of a machine. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** The label of a tag; what had to be changed is listed, what nothing is left of is left out. */
export function toLabel(key: string, value: string, loss: Loss): Label | null {
  const label = { key: toLabelText(key), value: toLabelText(value) };
  if (label.key === '' || label.value === '') {
    loss.add('tags that no label can say', `${key}:${value}`);
    return null;
  }
  if (label.key !== key || label.value !== value)
    loss.add('labels that were changed to what Google allows', `${key}:${value}`);
  return label;
}

/** The labels of tags; a tag without a key gets the key `tag`. */
export function toTagLabels(tags: readonly string[], loss: Loss): Label[] {
  return tags.flatMap((tag) => {
    const { key, value } = splitTag(tag);
    const label = toLabel(key ?? 'tag', value, loss);
    return label === null ? [] : [label];
  });
}
