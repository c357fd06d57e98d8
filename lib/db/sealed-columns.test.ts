import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SEALED_COLUMNS } from "@/lib/db/sealed-columns";

/** `table.column` of every field of the schema that is named a ciphertext. */
function ciphertextsOf(schema: string): string[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "?";
    const fields = body.matchAll(/^ {2}(\w*ciphertext)\s.*$/gim);
    return [...fields].map(
      ([line, name]) => `${table}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? name}`,
    );
  });
}

describe("the list of sealed columns", () => {
  it("has every ciphertext of the schema in it, and nothing else", () => {
    const listed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    expect(listed.toSorted()).toEqual(ciphertextsOf(schema).toSorted());
  });

  it("knows every place that something is sealed for", () => {
    const sources = globSync("lib/**/*.ts")
      .filter((file) => !/\.test\.ts$|\/testing\/|^lib\/db\//.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .filter((text) => /sealSecret\(/.test(text));
    const places = sources.flatMap((text) => [...text.matchAll(/`(\w+)\|(\$\{name\}|\w+)\|\$\{/g)]);
    expect(places.length).toBeGreaterThan(5);
    const unknown = places.filter(
      ([, table, name = ""]) =>
        !SEALED_COLUMNS.some(({ place }) =>
          name.startsWith("$") ? place.startsWith(`${table}|`) : place === `${table}|${name}`,
        ),
    );
    expect(unknown.map(([place]) => place)).toEqual([]);
  });
});
