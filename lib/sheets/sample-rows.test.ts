import { expect, test } from "vitest";
import { guessHeader } from "@/lib/sheets/guess-header";
import { readBytes } from "@/lib/sheets/read/testing/row-files";
import { sampleRows } from "@/lib/sheets/sample-rows";

test("the sample can be read as it is, in either format and language", async () => {
  for (const language of ["zh", "en"] as const) {
    const read = await Promise.all(
      (["csv", "xlsx"] as const).map(async (format) => {
        const bytes = await new Response(sampleRows(language, format)).bytes();
        const { form, rows } = await readBytes(bytes);
        expect(form.format).toBe(format === "csv" ? "text" : "xlsx");
        return rows;
      }),
    );
    expect(read[0]).toHaveLength(5);
    expect(read[0]).toEqual(read[1]);
    expect(guessHeader(read[0] ?? [])).toBe(true);
  }
});
