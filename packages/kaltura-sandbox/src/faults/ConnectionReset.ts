/** Thrown instead of an answer when the connection is to break; hosts turn it into what their transport has for that. */
export class ConnectionReset extends TypeError {
  override readonly name = 'ConnectionReset';
  constructor() {
    super('The connection was reset by the fault plan of the sandbox.');
  }
}
