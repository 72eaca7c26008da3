/** The only door of the page: it asks for its two ports and gets them as a message of its own window. */
import { contextBridge, ipcRenderer } from 'electron';

declare const window: { postMessage(message: string, origin: string, ports: readonly object[]): void };

contextBridge.exposeInMainWorld('minutebook', { connect: () => ipcRenderer.send('connect') });
ipcRenderer.on('ports', (event) => window.postMessage('minutebook:ports', '/', event.ports));
