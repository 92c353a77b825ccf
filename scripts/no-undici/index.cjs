/**
 * Stands where `@actions/http-client` and `@actions/github` import undici (`overrides` in package.json). They name it at their start,
 * for OpenID tokens and for questions to GitHub; no action asks for the first, and the second go through packages/github/src/transport.
 * The real one would be two thirds of every bundle, never used, and cost each step of each action about 30 ms and 8 MB.
 */

/** Made, never used, where `HTTPS_PROXY` is set; the toolkit reads its options. */
exports.ProxyAgent = class ProxyAgent {
  options = {};
};

/** @throws Error always: something asks the network in a way that was not provided for. */
exports.fetch = (url) => {
  throw new Error(
    `${url} was asked through undici, which is not part of Plimsoll. Give the toolkit a fetch of its own.`,
  );
};
