/** What a person wants to know once everything runs. */
export type Summary = {
  address: string;
  gate: string;
  account: { email: string; password: string } | null;
  dataDir: string;
  /** Path or description of where the database lies. */
  database: string;
  sandbox: string | null;
};

/** The block printed when everything runs. The password is in it only when it was just made. */
export function formatBlock(summary: Summary): string {
  const rows = [
    ["Address", summary.address],
    ...accountRows(summary.account),
    ["Gate", `${summary.gate}   (for the mini programs)`],
    ["Data", summary.dataDir],
    ["Database", summary.database],
    ["Sandbox", summary.sandbox === null ? "off" : `on, at ${summary.sandbox}`],
  ];
  const body = rows.map(([label = "", value = ""]) => `    ${label.padEnd(9)} ${value}`);
  return ["", "  Mintdesk is running", "", ...body, "", "  Ctrl-C stops everything.", ""].join(
    "\n",
  );
}

function accountRows(account: Summary["account"]): string[][] {
  if (account === null) return [["Account", "sign in with an account made earlier"]];
  return [
    ["Account", account.email],
    ["Password", `${account.password}   (shown this once)`],
  ];
}
