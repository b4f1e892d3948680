import { contextBridge, ipcRenderer } from 'electron';
import { bridgeGlobal, callNames, eventChannel, toChannel } from '#core/contract/calls.ts';

// All that the page gets: one function a call, and one to listen. Nothing here takes the name of a channel.
const call = Object.fromEntries(
  callNames.map((name) => [name, (request: unknown) => ipcRenderer.invoke(toChannel(name), request)]),
);

function onEvent(listener: (event: unknown) => void): () => void {
  const forward = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(eventChannel, forward);
  return () => {
    ipcRenderer.off(eventChannel, forward);
  };
}

contextBridge.exposeInMainWorld(bridgeGlobal, Object.freeze({ call: Object.freeze(call), onEvent }));
