const RID = /\brid:\s*([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/i;
const REFUSED_IP = /invalid ip (\S+?)[,;]?(?:\s|$)|requestIP: (\S+?)[,;]?(?:\s|$)/;

/** The request id at the end of an errmsg, or null (section 0: three groups of eight hex). */
export function findRid(errmsg: string): string | null {
  return RID.exec(errmsg)?.[1] ?? null;
}

/** The address WeChat did not let in, out of 40164 and 61004, or null (sections 4 and 9). */
export function findRefusedIp(errmsg: string): string | null {
  const match = REFUSED_IP.exec(errmsg);
  return match?.[1] ?? match?.[2] ?? null;
}
