#pragma warning disable IDE0130 // The names of the real types are part of what callers see; only namespaces in Microsoft.* may be public here.
namespace DurableTask.Core.Exceptions
{
    /// <summary>Thrown when an instance is started under the ID of one that is not finished.</summary>
    internal sealed class OrchestrationAlreadyExistsException(string message) : Exception(message);

    /// <summary>The output of an instance whose orchestrator no longer decides what its history says it decided.</summary>
    internal sealed class NonDeterministicOrchestrationException(string message) : Exception("Non-Deterministic workflow detected: " + message);
}

namespace Grpc.Core
{
    /// <summary>Thrown by the client for an instance that does not exist (<c>NotFound</c>) or is finished (<c>FailedPrecondition</c>).</summary>
    internal sealed class RpcException(string statusCode, string detail) : Exception($"Status(StatusCode=\"{statusCode}\", Detail=\"{detail}\")");
}
