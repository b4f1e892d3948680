/** A whole number with thousands separated by commas, the same in every locale. */
export function toFigure(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
