import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

export interface ReceivedMessage {
  id: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (response: ServerResponse, message: ReceivedMessage) => unknown;

/** A program that is told what happens; it listens on this computer and remembers everything. */
export interface Receiver {
  /** `http://127.0.0.1:<port>/hook` */
  url: string;
  messages: ReceivedMessage[];
  /** What the next ones are answered, in order; afterwards 204 again. */
  answers: Answer[];
  /** The message as the secret's owner reads it; throws when the signature is wrong. */
  read(message: ReceivedMessage | undefined, secret: string): Record<string, unknown>;
  close(): void;
}

export async function openReceiver(): Promise<Receiver> {
  const messages: ReceivedMessage[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { headers, url = "/" } = request;
      const message = { id: String(headers["webhook-id"]), path: url, headers, body };
      messages.push(message);
      const answer = answers.shift();
      return answer ? answer(response, message) : response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    messages,
    answers,
    read(message, secret) {
      if (!message) throw new Error("There is no such message.");
      const headers = message.headers as Record<string, string>;
      return new Webhook(secret).verify(message.body, headers) as Record<string, unknown>;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A plain answer with this status. */
export const status =
  (httpStatus: number, body = "", headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(httpStatus, headers).end(body);
