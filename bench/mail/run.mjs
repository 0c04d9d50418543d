/**
 * Mails a second that Usher writes, lays out, sends and records, beside nodemailer's pooled sending of one fixed message of the
 * same size, to the same local mail server in a process of its own; in turns, in one run.
 *
 *   pnpm --filter @usher/bench run mail [mails a round] [rounds]
 *   BENCH_MYSQL_URL=mysql://root@127.0.0.1:3306 adds MariaDB or MySQL (in a database that is made and dropped)
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import nodemailer from "nodemailer";
import { openUsher } from "./usher.mjs";

const [count = 3_000, rounds = 5] = process.argv.slice(2).map(Number);
const connections = 5;

const sink = fork(new URL("./sink.mjs", import.meta.url));
const [{ port }] = await once(sink, "message");
const url = `smtp://127.0.0.1:${port}`;

async function taken() {
  sink.send("how much");
  return (await once(sink, "message"))[0];
}

async function measure(work, expected = count) {
  const began = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { mails, bytes } = await taken();
  if (mails !== expected) throw new Error(`${mails} mails arrived, ${expected} were expected`);
  return { rate: mails / seconds, size: bytes / mails, cpu: (user + system) / 1000 / mails };
}

/** All at once into nodemailer's own queue: as fast as it goes. */
async function sendFixed(message, mails = count) {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: connections });
  const fixed = { from: "no-reply@northwind.example", to: "person@customer.example", ...message };
  await Promise.all(Array.from({ length: mails }, () => transport.sendMail(fixed)));
  transport.close();
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(name, mysqlUrl) {
  const usher = await openUsher(url, mysqlUrl);
  const warmUp = Math.min(count, 500);
  const fixed = await usher.invite(warmUp);
  await measure(() => usher.send(), warmUp);
  await measure(() => sendFixed(fixed, warmUp), warmUp);
  const results = { nodemailer: [], usher: [] };
  for (let round = 0; round < rounds; round++) {
    await usher.invite(count);
    const turns = [
      ["nodemailer", () => sendFixed(fixed)],
      ["usher", () => usher.send()],
    ];
    if (round % 2 === 1) turns.reverse();
    for (const [who, work] of turns) results[who].push(await measure(work));
  }
  await usher.close();
  const rate = (who) => median(results[who].map(({ rate }) => rate));
  const cpu = (who) => median(results[who].map(({ cpu }) => cpu));
  const size = (who) => Math.round(results[who][0].size);
  const range = (who) =>
    `${Math.round(Math.min(...results[who].map(({ rate }) => rate)))} to ${Math.round(Math.max(...results[who].map(({ rate }) => rate)))}`;
  console.log(`\n${name}: ${rounds} rounds of ${count} mails, medians`);
  for (const who of ["nodemailer", "usher"]) {
    console.log(
      `  ${who.padEnd(10)} ${String(Math.round(rate(who))).padStart(5)} mails/s (${range(who)}), ${cpu(who).toFixed(2)} ms of CPU and ${size(who)} bytes a mail`,
    );
  }
  console.log(
    `  ratio      ${(rate("usher") / rate("nodemailer")).toFixed(2)} (goal: 0.90); by this process's CPU ${(cpu("nodemailer") / cpu("usher")).toFixed(2)}, which a busy machine disturbs less`,
  );
}

await compare("SQLite");
if (process.env.BENCH_MYSQL_URL) await compare("MariaDB or MySQL", process.env.BENCH_MYSQL_URL);
sink.disconnect();
