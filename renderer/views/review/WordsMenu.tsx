import { madeKinds } from '#core/intake/made-thing.ts';
import { wordsText as text } from '#text/review-words.ts';
import { toKindIcon } from '#ui/kind-icon.ts';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import type { WordChoice } from './use-words.ts';

/** What the chosen words are: the second of two clicks. */
export function WordsMenu({ choice }: { readonly choice: WordChoice }) {
  return (
    <Menu
      label={text.isWhat(choice.words)}
      anchor={choice.anchor}
      isOpen={choice.isAsking && choice.words !== ''}
      onOpenChange={choice.ask}
    >
      {madeKinds.map((kind) => (
        <MenuItem key={kind} icon={toKindIcon(kind, null)} onAction={() => choice.say(kind)}>
          {text.kinds[kind]}
        </MenuItem>
      ))}
    </Menu>
  );
}
