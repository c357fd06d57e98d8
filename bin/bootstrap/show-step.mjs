/**
 * Shows one line for a step: its title at once, its duration when it is done.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showStep(title, work) {
  const startedAt = Date.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${formatSeconds(Date.now() - startedAt)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n\n");
    throw error;
  }
}

/** @param {number} durationMs */
export function formatSeconds(durationMs) {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
