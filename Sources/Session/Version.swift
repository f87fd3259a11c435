/// The version of Nabla.
package let nablaVersion = "0.1.0"
