import { parentPort } from 'node:worker_threads';
import { armPreparer } from './prepare.ts';
import { transferables, type ToWorker } from './protocol.ts';
import { WorkerCore } from './worker-core.ts';

if (!parentPort) throw new Error('This file runs in a thread.');
const port = parentPort;
const core = new WorkerCore(
  armPreparer(),
  (message) => port.postMessage(message, transferables(message)),
  () => new Promise((resolve) => setImmediate(resolve)),
);

port.on('message', (message: ToWorker) => core.receive(message));
