import { listenWhoNeedsTheWay } from './browser-give-way.ts';
import { armPreparer } from './prepare.ts';
import { transferables, type ToWorker } from './protocol.ts';
import { WorkerCore } from './worker-core.ts';

const channel = new MessageChannel();
const isFree = listenWhoNeedsTheWay();
const core = new WorkerCore(
  armPreparer(),
  (message) => self.postMessage(message, { transfer: transferables(message) }),
  // A message to oneself comes after those already waiting; a timer would wait 4 ms each time.
  () =>
    new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    }).then(isFree),
);

self.addEventListener('message', (event: MessageEvent<ToWorker>) => core.receive(event.data));
