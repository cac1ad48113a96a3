/**
 * The outside world: a package for each counterpart (payments, carriers, mail), each an effect that is run after an event
 * and answers with a command. There is none yet.
 */
package com.fusioncommerce.connectors;
