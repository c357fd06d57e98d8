import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { receivePlatformPush } from "@/lib/mini-programs/receive-platform-push";
import type { Runtime } from "@/lib/runtime";
import { contextFor } from "@/lib/testing/test-runtime";

/** Takes pushes in the desk's place; `url` is what its public address has to be. */
export interface PushReceiver {
  url: string;
  /** What every push came to, in order: "success" or the error's name. */
  answers: string[];
  serve(runtime: Runtime): void;
  close(): void;
}

export async function openPushReceiver(): Promise<PushReceiver> {
  let runtime: Runtime | undefined;
  const answers: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://desk");
    const receive = async () => {
      if (!runtime) throw new Error("nobody to receive");
      const anonymous = { kind: "anonymous", id: null, name: "WeChat" } as const;
      await receivePlatformPush(contextFor(runtime, anonymous), {
        platformId: url.pathname.split("/").at(-2) ?? "",
        push: {
          query: {
            timestamp: url.searchParams.get("timestamp") ?? "",
            nonce: url.searchParams.get("nonce") ?? "",
            msgSignature: url.searchParams.get("msg_signature") ?? "",
          },
          body: await text(request),
        },
      });
    };
    void answer(receive).then((word) => {
      answers.push(word);
      return response.writeHead(word === "success" ? 200 : 500).end(word);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    serve: (opened) => {
      runtime = opened;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(receive: () => Promise<void>): Promise<string> {
  try {
    await receive();
    return "success";
  } catch (error) {
    return error instanceof Error ? error.name : "unknown";
  }
}
