import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import { closeServer, makeServer } from "./web-server.js";

it("stops in spite of a client that keeps its connection and goes on asking", async () => {
  let asked = 0;
  let closing: Promise<void> | undefined;
  const server = makeServer((_req, res) => {
    asked += 1;
    // stopped while an answer is under way: the connection is not idle yet
    if (asked === 3) closing = closeServer(server);
    setImmediate(() => res.end("here"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await new Promise<void>((refused) => {
    const ask = () =>
      get({ host: "127.0.0.1", port, agent }, (res) => res.resume().on("end", ask)).on("error", () => refused());
    ask();
  });
  await closing;
  agent.destroy();
}, 5_000);
