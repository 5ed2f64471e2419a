using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ParisPact.Local.Functions;

/// <summary>Runs functions: a scope, the middleware in its order, then the method. Awaits keep the caller's context: an orchestrator must not leave its thread.</summary>
internal sealed class FunctionRunner(
    IServiceProvider root,
    ILoggerFactory loggers,
    IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
    TimeLimit limit)
{
    private readonly FunctionExecutionDelegate pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)Execute, (next, wrap) => wrap(next));
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = [];

    /// <summary>The function's result, or what middleware put in its place. What it throws is logged and thrown on.</summary>
    public Task<object?> Run(Invocation invocation, Func<LocalFunctionContext, Task>? complete = null, LogLevel level = LogLevel.Information) =>
        limit.Run(invocation, (limited, isOver) => RunToItsEnd(limited, isOver, complete, level));

    private async Task<object?> RunToItsEnd(Invocation invocation, Func<bool> isOver, Func<LocalFunctionContext, Task>? complete, LogLevel level)
    {
        var logger = loggers.CreateLogger($"Function.{invocation.Function.Name}");
        var scope = invocation.Services is null ? root.CreateAsyncScope() : default;
        try
        {
            var context = new LocalFunctionContext(invocation, invocation.Services ?? scope.ServiceProvider);
            var started = Stopwatch.GetTimestamp();
            if (logger.IsEnabled(LogLevel.Debug))
            {
                logger.LogDebug("Executing '{Function}' ({Reason})", invocation.Function.Name, invocation.Reason);
            }

            try
            {
                await pipeline(context);
                if (complete is not null && !isOver())
                {
                    await complete(context);
                }
            }
            catch (Exception failure) when (Log(logger, invocation, failure, started))
            {
                throw;
            }

            if (logger.IsEnabled(level))
            {
                logger.Log(level, "Executed '{Function}' ({Reason}) in {Milliseconds:0} ms", invocation.Function.Name, invocation.Reason, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return context.Result.Value;
        }
        finally
        {
            if (invocation.Services is null)
            {
                await scope.DisposeAsync();
            }
        }
    }

    private static bool Log(ILogger logger, Invocation invocation, Exception failure, long started)
    {
        var level = invocation.Cancellation.IsCancellationRequested ? LogLevel.Debug : LogLevel.Error;
        logger.Log(level, failure, "'{Function}' ({Reason}) failed after {Milliseconds:0} ms", invocation.Function.Name, invocation.Reason, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return true;
    }

    private static async Task Execute(FunctionContext given)
    {
        var context = (LocalFunctionContext)given;
        var function = context.Invocation.Function;
        var instance = function.Method.IsStatic ? null : Factories
            .GetOrAdd(function.Method.ReflectedType!, type => ActivatorUtilities.CreateFactory(type, []))
            .Invoke(context.InstanceServices, null);
        var arguments = new object?[function.Parameters.Length];
        try
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = await Bind(function.Parameters[i], context);
            }

            context.Result.Value = await function.Call(instance, arguments);
        }
        finally
        {
            // The run owns its instance and the streams opened for it, also where a later parameter could not be bound;
            // what comes from the container belongs to the container.
            foreach (var stream in arguments.OfType<Stream>())
            {
                await stream.DisposeAsync();
            }

            await Release(instance);
        }
    }

    private static ValueTask Release(object? instance)
    {
        if (instance is IAsyncDisposable later)
        {
            return later.DisposeAsync();
        }

        (instance as IDisposable)?.Dispose();
        return default;
    }

    private static async ValueTask<object?> Bind(ParameterInfo parameter, LocalFunctionContext context)
    {
        if (parameter.ParameterType.IsAssignableFrom(typeof(LocalFunctionContext)) && parameter.ParameterType != typeof(object))
        {
            return context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        if (await context.Invocation.Bind(parameter, context) is { IsBound: true } argument)
        {
            return argument.Value;
        }

        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? null
            : throw new InvalidOperationException($"Could not populate the value for '{parameter.Name}' parameter. Consider adding a default value or making the parameter nullable.");
    }
}
