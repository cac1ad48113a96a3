/** The command for dead letters, for operators of the platform. */
package com.fusioncommerce.platform.deadletters;
