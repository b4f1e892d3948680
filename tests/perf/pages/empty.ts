import type { Hand } from './graph.ts';

// A page with nothing on it but one mark that follows the hand: what the machine and the browser cost by themselves.
export const mark = document.createElement('div');
mark.style.cssText =
  'position:absolute;inset:0 auto auto 0;width:20px;height:20px;background:#888;will-change:transform';
document.querySelector('#root')?.append(mark);
let [x, y] = [0, 0];
const move = (): void => {
  mark.style.transform = `translate(${x}px, ${y}px)`;
};
addEventListener('pointermove', (event) => {
  [x, y] = [event.clientX, event.clientY];
  move();
});
addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    [x, y] = [x + event.deltaX, y + event.deltaY];
    move();
  },
  { passive: false },
);
const middle = { x: innerWidth / 2, y: innerHeight / 2 };
const hand: Hand = { overview: move, readable: move, findNode: () => middle, findGround: () => middle };
window.hand = hand;
requestAnimationFrame(() => performance.mark('made'));
