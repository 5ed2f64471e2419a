using System.Text;
using Azure.Core.Serialization;
using Microsoft.DurableTask;

namespace ParisPact.Local.Orchestrations;

/// <summary>The serializer that the app has chosen for its worker, as orchestrations use it.</summary>
internal sealed class SerializerConverter(ObjectSerializer serializer) : DataConverter
{
    public override string? Serialize(object? value) =>
        value is null ? null : serializer.Serialize(value, value.GetType()).ToString();

    public override object? Deserialize(string? data, Type targetType)
    {
        if (data is null)
        {
            return null;
        }

        using var json = new MemoryStream(Encoding.UTF8.GetBytes(data));
        return serializer.Deserialize(json, targetType, CancellationToken.None);
    }
}
