/** The server's environment: nothing of ours, and none of the PG… variables that would change its mind. */
export function serverEnv(): Record<string, string> {
  const kept = ["PATH", "TZ", "TMPDIR", "SystemRoot", "TEMP"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}
