export type LinkKind = "scheme" | "url_link";

export type LinkRecord = {
  appid: string;
  kind: LinkKind;
  path: string;
  query: string;
  envVersion: string;
  /** Unix seconds. */
  createdAt: number;
  /** Unix seconds. */
  expiresAt: number;
};

/** A record is a few kilobytes at most: a path of a published page and a query of 1,024 characters. */
const CAPACITY = 10_000;

/** The last ten thousand schemes and URL Links of all accounts, by the link itself. */
export class LinkBook {
  private readonly records = new Map<string, LinkRecord>();

  keep(link: string, record: LinkRecord): void {
    this.records.set(link, record);
    for (const oldest of this.records.keys()) {
      if (this.records.size <= CAPACITY) return;
      this.records.delete(oldest);
    }
  }

  /** Null for an unknown or forgotten link, or one of another kind or account. */
  find(link: string, kind: LinkKind, appid: string): LinkRecord | null {
    const record = this.records.get(link);
    return record?.kind === kind && record.appid === appid ? record : null;
  }

  clear(): void {
    this.records.clear();
  }
}
