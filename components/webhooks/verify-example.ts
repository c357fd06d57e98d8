/** A receiver that checks what it gets, to copy and to run. */
export const VERIFY_EXAMPLE = `import { createServer } from "node:http";
import { env } from "node:process";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(env.MINTDESK_WEBHOOK_SECRET);

const server = createServer(async (request, response) => {
  const body = await text(request);
  try {
    const { type, data } = webhook.verify(body, request.headers);
    console.log(request.headers["webhook-id"], type, data);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
});
server.listen(env.PORT ?? 8080);
`;
