import { CacheInterface } from "node-easywechat";

/** node-easywechat's own cache writes files named after the secret into the working directory. */
export class MemoryCache extends CacheInterface {
  readonly values = new Map<string, unknown>();

  override get = async (key: string) => this.values.get(key) ?? null;
  override has = async (key: string) => this.values.has(key);
  override delete = async (key: string) => this.values.delete(key);
  override set = async (key: string, data?: unknown) => {
    this.values.set(key, data);
    return true;
  };
}
