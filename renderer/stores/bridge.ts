export { getBridge } from '#bridge/get-bridge.ts';
