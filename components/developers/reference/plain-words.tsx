/** A sentence of the document, in English; what stands in backticks is code. */
export function PlainWords({ text }: { text: string }) {
  return (
    <span lang="en">
      {text.split("`").map((part, place) =>
        place % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence keep their places
          <code key={place} className="font-mono text-[0.92em] break-words">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </span>
  );
}
