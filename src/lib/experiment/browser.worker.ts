import { armPreparer } from './prepare.ts';
import { transferables, type ToWorker } from './protocol.ts';
import { WorkerCore } from './worker-core.ts';

const channel = new MessageChannel();
const core = new WorkerCore(
  armPreparer(),
  (message) => self.postMessage(message, { transfer: transferables(message) }),
  // A message to oneself comes after those already waiting; a timer would wait 4 ms each time.
  () =>
    new Promise((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    }),
);

self.addEventListener('message', (event: MessageEvent<ToWorker>) => core.receive(event.data));
