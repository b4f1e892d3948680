/** So often, and so long after each other, an element is looked for that comes into the document only when the map is there, in ms. */
const tries = { most: 20, every: 60 };

/** Gives the keyboard's focus to the box of a node as soon as it is in the document. */
export function focusNodeSoon(id: string, left: number = tries.most): void {
  setTimeout(() => {
    const found = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (found instanceof HTMLElement && left < tries.most - 1) found.focus({ preventScroll: true });
    else if (left > 0) focusNodeSoon(id, left - 1);
  }, tries.every);
}
