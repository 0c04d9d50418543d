import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import { closeServer, makeServer } from "./web-server.js";

it("stops in spite of a client that keeps its connection and goes on asking", async () => {
  const server = makeServer((_req, res) => res.end("here"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let answered = 0;
  const gone = new Promise<void>((resolve) => {
    const ask = () =>
      get({ host: "127.0.0.1", port, agent }, (res) => {
        answered += 1;
        res.resume().on("end", () => setTimeout(ask, 5));
      }).on("error", () => resolve());
    ask();
  });
  while (answered < 3) await new Promise(setImmediate);
  await closeServer(server);
  await gone;
  agent.destroy();
}, 5_000);
