// The server without the web app, which then need not be built.
import { startApplication } from "../../apps/server/dist/app.js";
import { readConfig } from "../../apps/server/dist/config.js";
import { makeServer } from "../../apps/server/dist/http/web-server.js";
import { keepHeapLean } from "../../apps/server/dist/lean-heap.js";

keepHeapLean();
const config = readConfig(process.env);
const running = await startApplication({ config, webDir: null });
const server = makeServer(running.express);
server.listen(config.port, config.host, () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => running.stop(server).then(() => process.exit(0)));
