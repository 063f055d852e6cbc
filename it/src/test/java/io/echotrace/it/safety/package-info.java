/** The host comes first: nothing that the agent does, lacks or meets changes what the host does. */
package io.echotrace.it.safety;
