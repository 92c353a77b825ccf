/** `node restart-app.ts <address>`: what `systemctl restart` is elsewhere. Ends when the service runs again, with 1 when it does not. */
const response = await fetch(process.argv[2] ?? '');
console.log((await response.text()).trim());
process.exitCode = response.ok ? 0 : 1;
