export type PushRefusal =
  "signature" | "undecryptable" | "foreign_appid" | "malformed" | "too_large";

const MEANINGS: Record<PushRefusal, string> = {
  signature: "msg_signature does not fit the token",
  undecryptable: "no EncodingAESKey opens it",
  foreign_appid: "it is for another platform",
  malformed: "it is not as documented",
  too_large: "its body is over 64 KiB",
};

/** A push that is not believed. Quotes nothing of it. */
export class PushRefusedError extends Error {
  override readonly name = "PushRefusedError";
  readonly reason: PushRefusal;

  constructor(reason: PushRefusal) {
    super(`The push was refused: ${MEANINGS[reason]}`);
    this.reason = reason;
  }
}
