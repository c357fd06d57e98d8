/** The list with one of its items a place further up or down; at the ends it stays. */
export function moveColumn<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [item] = next.splice(place, 1);
  if (item === undefined) return next;
  next.splice(Math.min(Math.max(place + by, 0), items.length - 1), 0, item);
  return next;
}
