// The JavaScript heaps and buffers of a page and of all its workers, theirs included, through Chromium's debugger.

export async function watchHeap(port) {
  const { webSocketDebuggerUrl } = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map();
  const sessions = new Set();
  let id = 0;
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve) => {
      waiting.set(++id, resolve);
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.id) {
      waiting.get(message.id)?.(message.result ?? null);
      waiting.delete(message.id);
    } else if (message.method === "Target.attachedToTarget") {
      const { sessionId } = message.params;
      sessions.add(sessionId);
      void attachTo(sessionId);
    } else if (message.method === "Target.detachedFromTarget") sessions.delete(message.params.sessionId);
  };
  const attachTo = (sessionId) =>
    send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
  await attachTo(undefined);

  async function read() {
    const heaps = await Promise.all(
      // a worker in the middle of a long task answers late; one that has ended never does
      [...sessions].map((session) => Promise.race([send("Runtime.getHeapUsage", {}, session), later(500)])),
    );
    return heaps.reduce(
      (sum, heap) =>
        sum + (heap ? heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0) : 0),
      0,
    );
  }

  let peak = 0;
  let watching = null;
  async function watch(stopped) {
    while (!stopped.now) {
      peak = Math.max(peak, await read());
      await later(25);
    }
  }
  return {
    start() {
      peak = 0;
      const stopped = { now: false };
      watching = { stopped, done: watch(stopped) };
    },
    async stop() {
      watching.stopped.now = true;
      await watching.done;
      for (const session of sessions)
        await Promise.race([send("HeapProfiler.collectGarbage", {}, session), later(5000)]);
      return { peak, after: await read() };
    },
    close: () => socket.close(),
  };
}

function later(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
