/** A window that nobody sees draws no frame: then so many milliseconds. */
const longestMs = 300;

/** Resolves when the first page has been handed to the screen: nothing that it does not need may stand in its way. */
export function afterFirstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestMs);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
