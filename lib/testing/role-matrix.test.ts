import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { authorize } from "@/lib/access/authorize";
import { PERMISSIONS, ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { Permission } from "@/lib/access/roles";
import { permissionsOf, SCOPES } from "@/lib/access/scopes";
import type { Scope } from "@/lib/access/scopes";
import { ROLES } from "@/lib/core/context";
import type { Actor, Context, Role } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { ACTION_MATRIX, PAGE_MATRIX, ROUTE_MATRIX } from "@/lib/testing/role-matrix";

const read = (file: string) => readFileSync(file, "utf8");
const actionFiles = globSync("{app,components,lib}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$/.test(file) && /^\s*"use server"/m.test(read(file)))
  .toSorted();

/** `/codes/[codeId]` of `app/(desk)/codes/[codeId]/page.tsx`. */
function addressOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

const withoutQuery = (name: string) => name.replace(/\?.*$/, "");

/** Names under which a module gives something away, however it is written. */
function exportsOf(text: string): string[] {
  const declared = text.matchAll(/^export (?:async )?(?:const|function|let|class) (\w+)/gm);
  const listed = [...text.matchAll(/^export \{([^}]+)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(/ as /).at(-1) ?? ""),
  );
  return [...[...declared].map(([, name = ""]) => name), ...listed].filter((name) => name !== "");
}

describe("the role matrix", () => {
  it("has every server action in it, and none that is gone", () => {
    const found = actionFiles.flatMap((file) =>
      exportsOf(read(file)).map((name) => `${file} ${name}`),
    );
    const listed = Object.entries(ACTION_MATRIX).flatMap(([file, actions]) =>
      Object.keys(actions).map((name) => `${file} ${name}`),
    );
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  it("sees every action, for none is written anywhere but at the top of a file of its own", () => {
    for (const file of actionFiles) {
      expect(read(file).match(/["']use server["']/g), file).toHaveLength(1);
      expect(read(file), file).toMatch(/^"use server";\n/);
      expect(read(file), file).not.toMatch(/^export (default|\*)/m);
    }
  });

  it("has every method of every route in it, and none that is gone", () => {
    const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
    const found = globSync("app/**/route.{ts,tsx}").flatMap((file) =>
      exportsOf(read(file))
        .filter((name) => methods.test(name))
        .map((method) => `${method} ${addressOf(file)}`),
    );
    expect(found.toSorted()).toEqual(Object.keys(ROUTE_MATRIX).map(withoutQuery).toSorted());
  });

  it("has every page in it, and none that is gone", () => {
    const found = globSync("app/**/page.{ts,tsx}").map(addressOf);
    expect(found.toSorted()).toEqual(Object.keys(PAGE_MATRIX).toSorted());
  });

  it("says of every action what the verb behind it asks for", () => {
    const wrong = Object.entries(ACTION_MATRIX).flatMap(([file, actions]) =>
      Object.entries(actions).flatMap(([name, may]) => {
        const permission = permissionBehind(read(file), name);
        if (permission === null) return [];
        const holders = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
        const listed = ROLES.filter((role) => may.includes(role));
        const isOpen = may.includes("stranger");
        return isOpen || holders.join() !== listed.join() ? [`${name}: ${permission}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** What the verb of `export const name = defineAction(verb)` authorises first; null for other actions. */
function permissionBehind(source: string, name: string): Permission | null {
  const verb = new RegExp(`${name} = defineAction\\((\\w+)\\)`).exec(source)?.[1];
  const from = new RegExp(`import \\{[^}]*\\b${verb}\\b[^}]*\\} from "@/([^"]+)"`).exec(
    source,
  )?.[1];
  if (verb === undefined || from === undefined) return null;
  const body = new RegExp(`function ${verb}\\([\\s\\S]*?\\n}`).exec(read(`${from}.ts`))?.[0] ?? "";
  const asked = /authorize\(ctx, "([\w:]+)"\)/.exec(body)?.[1];
  return PERMISSIONS.find((permission) => permission === asked) ?? null;
}

/** Nothing of it is reached: whether somebody may is decided by who they are. */
const NOWHERE = { requestId: "r", address: null, now: () => new Date(), runtime: {} as Runtime };

function may(actor: Actor, permission: Permission): boolean {
  const ctx: Context = { ...NOWHERE, actor };
  try {
    authorize(ctx, permission);
    return true;
  } catch {
    return false;
  }
}

const keyOf = (role: Role, scopes: readonly Scope[]): Actor => ({
  kind: "user",
  id: "u",
  name: "林悦",
  role,
  limitedTo: permissionsOf(scopes),
});

describe("an API key", () => {
  it.each(SCOPES)(
    "with %s may what the scope says and its person may, and nothing else",
    (scope) => {
      for (const role of ROLES) {
        const allowed = PERMISSIONS.filter((permission) => may(keyOf(role, [scope]), permission));
        const both = permissionsOf([scope]).filter((permission) =>
          ROLE_PERMISSIONS[role].includes(permission),
        );
        expect(allowed.toSorted(), role).toEqual(both.toSorted());
      }
    },
  );

  it("of whatever scopes changes no people, rooms, webhooks, settings, secrets or account", () => {
    const never: Permission[] = [
      "people:write",
      "account:write",
      "rooms:write",
      "webhooks:write",
      "miniPrograms:write",
      "quota:write",
      "sandbox:control",
    ];
    for (const role of ROLES) {
      expect(never.filter((permission) => may(keyOf(role, SCOPES), permission))).toEqual([]);
    }
  });

  it("without scopes may nothing, and a stranger neither", () => {
    const stranger: Actor = { kind: "anonymous", id: null, name: "—" };
    expect(PERMISSIONS.filter((permission) => may(keyOf("admin", []), permission))).toEqual([]);
    expect(PERMISSIONS.filter((permission) => may(stranger, permission))).toEqual([]);
  });
});
