/** What pages use of the sign-in. */
export { addressOf } from './address';
export { checkSignIn, type SignInCheck } from './check-sign-in';
export {
  guestCookieName,
  makeGuestSignIn,
  makeSignIn,
  readGuestSignIn,
  readSignIn,
  signInCookieName,
  signInCookieOptions,
} from './cookie';
export { knownDeviceCookieName, knownDeviceCookieOptions, makeKnownDevice, readKnownDevice } from './known-device';
export { answerToMalformed } from './malformed';
export { OIDC } from './oidc';
export { intentCookieName, intentCookieOptions, makeIntent, readIntent, type OidcIntent } from './oidc-intent';
export { openSignIn } from './open-sign-in';
export { authOptions } from './options';
export { hashPassword, verifyPassword } from './passwords';
export { mayAskToJoin, mayMailFrom, mayMailTo, unlessProbing } from './throttle';
