import { trimSpan, type ChosenWords } from './chosen-words.ts';

function closestLine(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('[data-line]') ?? null;
}

function toOffset(line: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(line);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The words that are selected with the mouse, of the line where the selection begins; `null`: none are. */
export function readSelection(): ChosenWords | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const line = closestLine(range.startContainer);
  if (line === null) return null;
  const text = line.textContent;
  const end = line.contains(range.endContainer)
    ? toOffset(line, range.endContainer, range.endOffset)
    : text.length;
  const span = trimSpan(text, { start: toOffset(line, range.startContainer, range.startOffset), end });
  return span === null ? null : { line: Number(line.dataset['line']), anchor: span, focus: span };
}
